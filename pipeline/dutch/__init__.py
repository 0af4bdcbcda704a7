"""What Dutch official letters write down, read as values: strings in, values out.

Each module owns one kind of value. Nothing here knows pages, letters or records.
"""
