"""Tagged PDF (PDF/UA-1) on top of reportlab: what each word and picture of a page is, for those who do not see it."""
