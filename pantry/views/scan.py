from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from accounts.answers import refusing
from accounts.doors import TABLE, HouseholdRequest, open_to
from kitchen.errors import DomainError
from kitchen.http import UNPROCESSABLE, go, is_htmx
from pantry.answers import CHANGED, found, system_of, varied
from pantry.barcodes import Code, Link
from pantry.forms.scan import NOTHING_SEEN, CodeForm, FrameForm, KeepForm, ScanForm, WishForm, seen_in
from pantry.queries.day import today_in
from pantry.scanning import Asked, ask_about, asked_form, code_in, keep_form, measure_form, said_in
from pantry.services import scan as scans
from pantry.services.scan import MODES, Scan, Wish
from pantry.services.scan_line import ScanLine, line_of, line_of_lot, refused_line


@open_to(*TABLE)
@require_safe
def show(request: HouseholdRequest) -> HttpResponse:
    """`?mode=`: put away, use up, look up."""
    mode = request.GET.get("mode", "")
    return page(request, ScanForm(initial={"mode": mode if mode in MODES else MODES[0]}))


def page(request: HouseholdRequest, form: ScanForm, lines: list[ScanLine] | None = None) -> HttpResponse:
    wrong = any(line.wrong for line in lines or []) or bool(form.errors)
    return render(
        request, "pantry/scan/show.html", {"form": form, "lines": lines or []}, status=UNPROCESSABLE if wrong else None
    )


@open_to(*TABLE)
@require_POST
def read(request: HouseholdRequest) -> HttpResponse:
    """A typed code, or all that a photo shows: a line each."""
    form = ScanForm(request.POST, request.FILES)
    if not form.is_valid():
        return lines_drawn(request, form, [refused_line(str(next(iter(form.errors.values()))[0]), fallen(form))])
    try:
        seen = form.seen()
    except DomainError as error:
        return lines_drawn(request, form, [refused_line(str(error), form.wish())])
    if not seen:
        return lines_drawn(request, form, [refused_line(str(NOTHING_SEEN), form.wish())])
    done = [scanned(request, one, form) for one in seen]
    if len(done) == 1 and isinstance(done[0], Scan) and done[0].target:
        return opened(request, done[0].target.pk)
    return lines_drawn(request, form, [drawn(request, one) for one in reversed(done)])


def scanned(request: HouseholdRequest, one: str | Code | Link, form: ScanForm) -> Scan | ScanLine:
    told = one if isinstance(one, str) else one.text
    wish = form.wish(told)
    try:
        return scans.scan(request.household, one, wish, by=request.user)
    except DomainError as error:
        return refused_line(str(error), wish, told)


def drawn(request: HouseholdRequest, done: Scan | ScanLine) -> ScanLine:
    return done if isinstance(done, ScanLine) else line_of(done, request.household, system_of(request))


def fallen(form: WishForm) -> Wish:
    """For a form that is not even that of this page."""
    return Wish(MODES[0], form.fields["operation"].initial())


def lines_drawn(request: HouseholdRequest, form: ScanForm, lines: list[ScanLine]) -> HttpResponse:
    if not is_htmx(request):
        kept = {"mode": form.data.get("mode"), "code": form.data.get("code") if any(one.wrong for one in lines) else ""}
        return page(request, ScanForm(initial={name: value for name, value in kept.items() if value}), lines)
    response = render(request, "pantry/scan/lines.html", {"lines": lines})
    response["HX-Trigger"] = CHANGED
    return response


@open_to(*TABLE)
@require_POST
def decode(request: HouseholdRequest) -> HttpResponse:
    """What one picture of the camera shows, for browsers that cannot see by themselves: codes, and nothing is done."""
    form = FrameForm(request.POST, request.FILES)
    try:
        seen = seen_in(form.cleaned_data["photo"]) if form.is_valid() else []
    except DomainError:
        seen = []
    return JsonResponse({"codes": [one.text if isinstance(one, Link) else one.whole for one in seen]})


@open_to(*TABLE)
@require_safe
def line(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """What was put away, drawn again after something of it was changed."""
    lot = found(request, id)
    if not is_htmx(request):
        return go(request, "pantry:stock.show", code=request.household.code, id=lot.pk)
    drawn = line_of_lot(lot, Wish(MODES[0], id), today_in(request.household), system_of(request))
    return varied(render(request, "pantry/scan/_line.html", {"line": drawn}))


@open_to(*TABLE)
@require_safe
def ask(request: HouseholdRequest) -> HttpResponse:
    """What is this? With what Open Food Facts knows of it, if anybody can be asked."""
    form = CodeForm(request.GET)
    if not form.is_valid():
        return go(request, "pantry:scan.show", code=request.household.code)
    asked = ask_about(form.cleaned_data["code"], again="again" in request.GET)
    wish = Wish(form.cleaned_data["mode"], form.cleaned_data["operation"])
    return question(request, asked, asked_form(request, asked, wish))


def question(request: HouseholdRequest, asked: Asked, form: KeepForm) -> HttpResponse:
    template = "pantry/scan/_ask.html" if is_htmx(request) else "pantry/scan/ask.html"
    return varied(render(request, template, {"asked": asked, "form": form}))


def asked_again(request: HouseholdRequest, asked: Asked, form: KeepForm) -> HttpResponse:
    """The question with what was typed and what was wrong with it, in the line where it stood."""
    template = "pantry/scan/_line.html" if is_htmx(request) else "pantry/scan/ask.html"
    line = ScanLine(fallen(form), "asked")
    return render(request, template, {"asked": asked, "form": form, "line": line}, status=UNPROCESSABLE)


@open_to(*TABLE)
@require_POST
def keep(request: HouseholdRequest) -> HttpResponse:
    """Somebody has said what a code is."""
    code = code_in(request.POST)
    form = keep_form(request, code, request.POST)
    if form.is_valid():
        with refusing(form):
            wish, said = form.wish(), said_in(form)
            done = scans.keep_scanned(
                request.household, form.cleaned_data["code"], said, wish, by=request.user, **form.by_hand()
            )
            return answered(request, done)
    if code is None:
        return go(request, "pantry:scan.show", code=request.household.code)
    return asked_again(request, Asked(code), form)


@open_to(*TABLE)
@require_POST
def measure(request: HouseholdRequest) -> HttpResponse:
    """Somebody has said what the last digits of a shop's code are."""
    code = code_in(request.POST)
    if code is None or not code.in_store:
        return go(request, "pantry:scan.show", code=request.household.code)
    form = measure_form(request, code, request.POST)
    if form.is_valid():
        with refusing(form):
            said, wish = form.cleaned_data["measure"], form.wish()
            return answered(request, scans.measure_scanned(request.household, code, said, wish, by=request.user))
    return answered(request, refused_line(str(next(iter(form.errors.values()))[0]), fallen(form)))


def answered(request: HouseholdRequest, done: Scan | ScanLine) -> HttpResponse:
    """The line in its place; without htmx the page again, with what was done on it."""
    line = drawn(request, done)
    if not is_htmx(request):
        return page(request, ScanForm(initial={"mode": line.wish.mode}), [line])
    response = render(request, "pantry/scan/_line.html", {"line": line}, status=UNPROCESSABLE if line.wrong else None)
    response["HX-Trigger"] = CHANGED
    return response


def opened(request: HouseholdRequest, id: UUID) -> HttpResponse:
    return go(request, "pantry:label.show", code=request.household.code, id=id)
