"""Score a pipeline on a treebank from raw text, and measure its speed, memory and size.

    python -m training.evaluate MODEL_FOLDER TREEBANK.conllu [--json OUT.json] [--speed RAW.txt]

Each document is one paragraph of the treebank (`p.5` in the sentence ids), its text as it was printed, so nothing of
the annotation is given: not the tokens, not the sentence ends. spaCy's scorer aligns predicted with gold tokens; a
gold token that is split or joined otherwise counts as wrong. As in spaCy's own tables, attachment leaves punctuation
out. Morphology is compared on the features we keep, separable verbs by their whole lemma. `lemma_acc` compares with the
treebank's lemmas without their underscores, which leave out the linking letters and hyphens of compounds
("staatstructuur"); `lemma_dictionary_acc` compares with the lemma as a dictionary has it ("staatsstructuur"), which is
what we want to give.
"""

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

from b1check.language.pipeline import load_folder
from training.harmonise import dictionary_lemma
from training.treebank import Sentence, read_with_ids

_PARAGRAPH = re.compile(r"(.*[./]p\.\d+)\.s\.\d+")


def paragraphs(path: Path, size: int = 0) -> Iterator[list[Sentence]]:
    """Yield runs of sentences from one paragraph; with ``size``, runs of so many sentences instead."""
    run: list[Sentence] = []
    last = None
    for identifier, sentence in read_with_ids(path):
        match = _PARAGRAPH.match(identifier)
        key = match.group(1) if match else identifier
        if run and (len(run) >= size if size else key != last):
            yield run
            run = []
        run.append(sentence)
        last = key
    if run:
        yield run


def reference(nlp: Language, sentences: list[Sentence], *, dictionary: bool = False) -> Doc:
    """The gold document of one paragraph, with the treebank's lemmas or those of a dictionary."""
    words: list[str] = []
    spaces: list[bool] = []
    lemmas: list[str] = []
    pos: list[str] = []
    morphs: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    starts: list[bool | int | None] = []
    for sentence in sentences:
        offset = len(words)
        for index, word in enumerate(sentence.words):
            words.append(word.form)
            spaces.append(word.space_after or index == len(sentence.words) - 1)
            compound = dictionary and word.upos not in {"VERB", "AUX"}
            joined = word.lemma.replace("_", "") or word.lemma
            lemmas.append(dictionary_lemma(word.form, word.lemma) if compound else joined)
            pos.append(word.upos)
            if word.feats.get("PronType") == "Art":
                del word.feats["PronType"]
            morphs.append(word.morph)
            heads.append(offset + (index if word.head < 0 else word.head))
            deps.append("ROOT" if word.head < 0 else word.deprel)
            starts.append(index == 0)
    spaces[-1] = False
    return Doc(
        nlp.vocab,
        words=words,
        spaces=spaces,
        lemmas=lemmas,
        pos=pos,
        morphs=morphs,
        heads=heads,
        deps=deps,
        sent_starts=starts,
    )


def treebank_scores(nlp: Language, path: Path, size: int = 0) -> dict[str, float]:
    """Score a pipeline on a treebank."""
    gold = [reference(nlp, run) for run in paragraphs(path, size)]
    predicted = nlp.pipe(doc.text for doc in gold)
    dictionary: list[Example] = []
    examples = [Example(guess, doc) for guess, doc in zip(predicted, gold, strict=True)]
    found: dict[str, Any] = {}
    for example, run in zip(examples, paragraphs(path, size), strict=True):
        wanted = reference(nlp, run, dictionary=True)
        dictionary.append(Example(example.predicted, wanted))
    found["lemma_dictionary_acc"] = Scorer.score_token_attr(dictionary, "lemma")["lemma_acc"]
    found |= Scorer.score_tokenization(examples)
    found |= Scorer.score_token_attr(examples, "pos")
    found |= Scorer.score_token_attr(examples, "morph", getter=lambda token, _: str(token.morph))
    found |= Scorer.score_token_attr(examples, "lemma")
    found |= Scorer.score_spans(
        examples,
        "sents",
        has_annotation=lambda doc: doc.has_annotation("SENT_START"),
        getter=lambda doc, _: doc.sents,
    )
    found |= Scorer.score_deps(
        examples,
        "dep",
        getter=lambda token, _: token.dep_,
        ignore_labels=("p", "punct"),
    )
    keys = (
        "token_f",
        "pos_acc",
        "morph_acc",
        "lemma_acc",
        "lemma_dictionary_acc",
        "sents_f",
        "dep_uas",
        "dep_las",
    )
    return {key: round(100 * float(found[key]), 2) for key in keys}


def resources(model: Path, raw: Path) -> dict[str, float]:
    """Load time, words a second on one core, resident memory and size, in a fresh process.

    Times are processor time of one thread, so that other work on the machine counts as little as possible.
    """
    code = (
        "import json,resource,sys,time;from pathlib import Path\n"
        "from b1check.language.pipeline import import_spacy,load_folder\n"
        "import_spacy();import b1check.language.lemmas,b1check.language.dutch,b1check.language.sentences\n"
        "t=time.process_time();nlp=load_folder(Path(sys.argv[1]));load=time.process_time()-t\n"
        "nlp('Dit is een zin.')\n"
        "rss=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss/1024\n"
        "texts=Path(sys.argv[2]).read_text(encoding='utf-8').splitlines()[:3000]\n"
        "words=sum(len(t.split()) for t in texts);t=time.process_time()\n"
        "n=sum(len(d) for d in nlp.pipe(texts));s=time.process_time()-t\n"
        "full=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss/1024\n"
        "print(json.dumps({'load_ms':round(1000*load),'words_per_second':round(words/s),'tokens_per_second':round(n/s),"
        "'rss_loaded_mb':round(rss),'rss_busy_mb':round(full)}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(model), str(raw)], capture_output=True, text=True, check=True
    )
    found: dict[str, float] = json.loads(done.stdout)
    found["size_mb"] = round(sum(f.stat().st_size for f in model.rglob("*") if f.is_file()) / 1e6, 1)
    return found


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--speed", type=Path, help="plain text, one paragraph a line, to measure the speed with")
    parser.add_argument("--sentences", type=int, default=0, help="so many sentences a document instead of paragraphs")
    parser.add_argument("--without", action="append", default=[], metavar="COMPONENT", help="leave a component out")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    nlp = load_folder(options.model)
    for name in options.without:
        nlp.remove_pipe(name)
    scores: dict[str, Any] = dict(treebank_scores(nlp, options.treebank, options.sentences))
    if options.speed:
        scores |= resources(options.model, options.speed)
    print(json.dumps(scores, indent=1))
    if options.json:
        options.json.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
