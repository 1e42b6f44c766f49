"""What a reporter can do about a file of a kind that no reader takes."""

HINTS = {
    "archive": "unpack it and add the folder",
    "mail": "save the message and its attachments as files and add them",
    "doc": "open it in LibreOffice or Word and save it as .docx",
    "rtf": "open it in LibreOffice or Word and save it as .docx",
    "odt": "open it in LibreOffice and save it as .docx",
    "slides": "save it as PDF",
    "epub": "save it as PDF or HTML",
    "djvu": "convert it to PDF (for example with ddjvu -format=pdf)",
    "postscript": "convert it to PDF (for example with ps2pdf)",
    "sqlite": "export its tables as CSV",
    "media": "sound and video are not read",
    "program": "programs are not read",
    "empty": "the file has no bytes; ask for it again",
}
OTHERWISE = "open it in the program that made it and save it as PDF, XLSX or CSV"
