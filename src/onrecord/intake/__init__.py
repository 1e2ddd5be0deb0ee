"""Bytes in, reports out."""
