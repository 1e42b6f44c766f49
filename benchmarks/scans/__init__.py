"""Scans of own making: trade papers in seven languages, worn in many ways, read, and held against what was printed."""
