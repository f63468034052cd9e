"""The nouns: Place, Text, Lesson, Document, Brand. They import nothing but each other."""
