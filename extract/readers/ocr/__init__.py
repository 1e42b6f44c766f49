"""Text recognition: pages that are pictures become words with boxes, through Tesseract where it is installed.

Import ``page`` only for a page that needs it: it brings numpy with it. ``policy`` is light.
"""
