"""What a browser would send of a page's form, as it stands there."""

from lxml import html


def posted_form(page: str) -> dict[str, str]:
    """The last form of the main part: its fields with what is ticked and typed, without buttons."""
    main = html.document_fromstring(page).get_element_by_id("main")
    form = [one for one in main.iter("form") if one.get("method") == "post"][-1]
    return {name: str(value) for name, value in form.form_values()}
