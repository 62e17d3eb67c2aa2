"""What: the reports of an article, from trigger words, their roles, their date and whether they happened."""
