"""Addresses of pages: which ones b1check can ask for, and which ones are the same page."""

from __future__ import annotations

import ipaddress
import re
from typing import NamedTuple
from urllib.parse import parse_qsl, quote, unquote_plus, urlencode, urljoin, urlsplit

from b1check.errors import ReadError

PORTS = {"http": 80, "https": 443}
MAX_LENGTH = 2_000
"""Characters; longer addresses come from pages that make up addresses."""

_NOT_AN_ADDRESS = "Dit is geen adres van een webpagina. Een adres ziet er zo uit: https://www.gemeente.nl/paspoort."
_WITH_PASSWORD = "In dit adres staat een naam of wachtwoord. Haal die eruit."
_TOO_LONG = "Dit adres is te lang. Kies een korter adres."

_UNPRINTABLE = re.compile(r"[\x00-\x20\x7f]")
_ESCAPE = re.compile("%([0-9a-fA-F]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|xhtml|php|aspx?)$", re.IGNORECASE)
_TRACKING = re.compile(
    r"utm_\w+|mtm_\w+|pk_\w+|gclid|fbclid|msclkid|dclid|_ga|_gl|mc_[ce]id|phpsessid|jsessionid", re.I
)
# What has to be written as %xx in a path or a query is all but these.
_PATH_SAFE = "/!$&'()*+,;=:@-._~%"
_QUERY_SAFE = _PATH_SAFE + "?"


class Place(NamedTuple):
    """Where a page is asked for.

    Attributes:
        scheme: "http" or "https".
        host: in lower case, as the network knows it ("xn--..." for a name with accents).
        port: the number.
        target: path and query, as they stand in a request.
    """

    scheme: str
    host: str
    port: int
    target: str

    @property
    def site(self) -> tuple[str, str, int]:
        """Scheme, host and port: what browsers call an origin."""
        return self.scheme, self.host, self.port

    @property
    def netloc(self) -> str:
        """Host, with its port when it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The address as text."""
        return f"{self.scheme}://{self.netloc}{self.target}"


def place(url: str) -> Place:
    """Take the address of a page apart; what stands after # is dropped.

    Raises:
        ReadError: when it is no address with http or https.
    """
    url = url.strip()
    if len(url) > MAX_LENGTH:
        raise ReadError(_TOO_LONG)
    try:
        parts = urlsplit(_UNPRINTABLE.sub(lambda match: quote(match[0]), url))
        port, named = parts.port, parts.hostname
    except ValueError as error:
        raise ReadError(_NOT_AN_ADDRESS) from error
    if parts.scheme not in PORTS or not named or port == 0:
        raise ReadError(_NOT_AN_ADDRESS)
    if parts.username is not None or parts.password is not None:
        raise ReadError(_WITH_PASSWORD)
    target = quote(parts.path, safe=_PATH_SAFE) or "/"
    if parts.query:
        target += "?" + quote(parts.query, safe=_QUERY_SAFE)
    return Place(parts.scheme, _host(named), port or PORTS[parts.scheme], target)


def _host(name: str) -> str:
    """Return the name of a host in the letters that the network knows.

    Raises:
        ReadError: when no host can have that name.
    """
    if ":" in name:  # IPv6; urlsplit took the brackets off
        return name
    try:
        ascii_name = name.encode("idna").decode("ascii").lower().rstrip(".")
    except UnicodeError as error:
        raise ReadError(_NOT_AN_ADDRESS) from error
    if not re.fullmatch(r"[a-z0-9_.-]+", ascii_name):
        raise ReadError(_NOT_AN_ADDRESS)
    return ascii_name


def tidy(url: str) -> str:
    """Return an address without what follows visitors around, such as ``utm_source``, and without what is after #.

    Raises:
        ReadError: when it is no address with http or https.
    """
    found = place(url)
    path, _, query = found.target.partition("?")
    kept = "&".join(part for part in query.split("&") if part and not _is_tracking(part.partition("=")[0]))
    return found._replace(target=f"{path}?{kept}" if kept else path).url


def canonical(url: str) -> str:
    """Return the one form of all addresses that surely give the same page: for comparing, not for asking.

    Besides what :func:`tidy` takes out, a trailing ``index.html``, the order of the query and the writing of
    characters as %xx make no difference.

    Raises:
        ReadError: when it is no address with http or https.
    """
    found = place(tidy(url))
    path, _, query = found.target.partition("?")
    path = urlsplit(urljoin(found._replace(target="/").url, _INDEX.sub("/", _unescaped(path)))).path or "/"
    kept = sorted(parse_qsl(query, keep_blank_values=True))
    return found._replace(target=path + ("?" + urlencode(kept) if kept else "")).url


def _is_tracking(name: str) -> bool:
    return _TRACKING.fullmatch(unquote_plus(name)) is not None


def _unescaped(path: str) -> str:
    """Write plainly what needs no %xx, and the rest with capitals (RFC 3986, 6.2.2)."""

    def plain(match: re.Match[str]) -> str:
        character = chr(int(match[1], 16))
        return character if character in _UNRESERVED else match[0].upper()

    return _ESCAPE.sub(plain, path)


def joined(base: str, reference: str) -> str | None:
    """Return the address to which a link on the page at ``base`` leads; None when no page can be there."""
    try:
        return place(urljoin(base, reference.strip())).url
    except (ReadError, ValueError):
        return None


def is_public(address: str) -> bool:
    """Tell whether the IP address belongs to the internet, and not to a machine or a network of somebody."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if (inside := ip.ipv4_mapped or _nat64(ip)) is not None:
            return is_public(str(inside))
        tunnelled = ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if (tunnelled is not None and not is_public(str(tunnelled))) or ip.is_site_local:
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _nat64(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address inside an address for networks with only IPv6 (RFC 6052)."""
    if ip in ipaddress.IPv6Network("64:ff9b::/96"):
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return None
