"""Pictures drawn by the server."""

import segno


def qr_picture(text: str) -> str:
    """A QR code as an SVG in a `data:` address. Always dark on white: cameras read nothing else well."""
    code = segno.make(text, error="m", micro=False)
    picture: str = code.svg_data_uri(scale=8, border=2, dark="#000", light="#fff", xmldecl=False)
    return picture
