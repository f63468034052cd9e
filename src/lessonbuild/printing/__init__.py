"""The further verb that makes print-ready packs: one PDF for each who holds paper, under a cover that says how many."""

from lessonbuild.printing.order import PrintOrder, print_files

__all__ = ["PrintOrder", "print_files"]
