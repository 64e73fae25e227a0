"""Setting text in any script on the pages of a PDF."""
