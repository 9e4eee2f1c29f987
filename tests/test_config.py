"""Settings: where they come from, and what is said when they are not right."""

from __future__ import annotations

from pathlib import Path

import pytest

from b1check import Config, ConfigError, Severity, config


def test_the_closest_file_wins_whole(tmp_path: Path) -> None:
    (tmp_path / "b1check.toml").write_text('ignore = ["web"]\nfail-on = "tip"\n', encoding="utf-8")
    inner = tmp_path / "brieven"
    inner.mkdir()
    (inner / "b1check.toml").write_text('fail-on = "let-op"\n', encoding="utf-8")
    assert config.find(tmp_path / "a.txt").ignore == ("web",)
    found = config.find(inner / "a.txt")
    assert (found.ignore, found.fail_on, found.folder) == ((), Severity.LET_OP, inner)


def test_pyproject_counts_only_with_our_table(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.ruff]\n", encoding="utf-8")
    assert config.find(tmp_path) == Config()
    other = tmp_path / "site"
    other.mkdir()
    (other / "pyproject.toml").write_text('[tool.b1check]\nexclude = ["archief/*"]\n', encoding="utf-8")
    assert config.find(other).exclude == ("archief/*",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('ingore = ["web"]', "Onbekende instelling: ingore. Bedoelt u ignore?"),
        ('fail-on = "warning"', "De waarde van fail-on kan niet: 'warning'."),
        ("[rules.lange-zin]\nseverty = 'tip'", "Onbekende instelling: rules.lange-zin.severty. Bedoelt u severity?"),
        ("dit is geen toml", "is niet te lezen als TOML"),
    ],
)
def test_what_is_wrong_is_said_in_dutch(text: str, message: str, tmp_path: Path) -> None:
    file = tmp_path / "b1check.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        config.load(file)
    assert message in str(error.value)
