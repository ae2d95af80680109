"""What Python's zipfile reads in a zip, one line an entry: name, length, SHA-256, mode, date."""

import hashlib
import sys
import zipfile

with zipfile.ZipFile(sys.argv[1]) as archive:
    assert archive.testzip() is None and archive.comment == b""
    for entry in archive.infolist():
        content = archive.read(entry)
        date = "{:04}-{:02}-{:02}".format(*entry.date_time[:3])
        assert entry.date_time[3:] == (0, 0, 0) and entry.create_system == 3 and entry.extra == b""
        print(entry.filename, len(content), hashlib.sha256(content).hexdigest(), f"{entry.external_attr >> 16:o}", date)
