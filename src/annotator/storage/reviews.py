"""Reviewers' decisions and comments, article by article."""

from typing import Any

import orjson
from sqlalchemy import ColumnElement, Connection, delete, insert, select, true, update

from annotator.domain.edit import Edit
from annotator.domain.errors import StaleError
from annotator.domain.mark import Mark
from annotator.domain.review import Choice, Comment, Decision, Reason
from annotator.domain.span import Span
from annotator.storage.annotators import Annotators
from annotator.storage.articles import Articles
from annotator.storage.review_tables import CommentRows, DecisionRows
from annotator.storage.tables import AnnotatorRows, ArticleRows


class Reviews:
    def __init__(self, connection: Connection, annotators: Annotators, articles: Articles) -> None:
        self._connection = connection
        self._annotators = annotators
        self._articles = articles

    def comments(self, article: str) -> list[Comment]:
        """Return what was said of an article and its layers, in the order of saying."""
        return self._comments(CommentRows.c.article == self._articles.number(article))

    def _comments(self, condition: ColumnElement[bool]) -> list[Comment]:
        row, owner, author = CommentRows.c, AnnotatorRows.alias("owner"), AnnotatorRows.alias("author")
        names = owner.c.name.label("owner_name"), author.c.name.label("author_name")
        query = (
            select(CommentRows, *names, ArticleRows.c.id.label("about"))
            .join(owner, owner.c.number == row.annotator)
            .join(author, author.c.number == row.author)
            .join(ArticleRows, ArticleRows.c.number == row.article)
            .where(condition)
            .order_by(row.created, row.id)
        )
        return [_comment(row) for row in self._connection.execute(query).mappings()]

    def decisions(self, article: str) -> list[Decision]:
        """Return what was decided in an article, in the order of deciding."""
        return self._decisions(DecisionRows.c.article == self._articles.number(article))

    def all_decisions(self) -> list[Decision]:
        """Return all decisions of the project, in the order of deciding."""
        return self._decisions(true())

    def _decisions(self, condition: ColumnElement[bool]) -> list[Decision]:
        row = DecisionRows.c
        names = AnnotatorRows.c.name.label("reviewer_name"), ArticleRows.c.id.label("about")
        query = (
            select(DecisionRows, *names)
            .join(AnnotatorRows, AnnotatorRows.c.number == row.reviewer)
            .join(ArticleRows, ArticleRows.c.number == row.article)
            .where(condition)
            .order_by(row.created, row.id)
        )
        return [_decision(row) for row in self._connection.execute(query).mappings()]

    def apply(self, edit: Edit) -> None:
        """Make one edit of a comment or a decision. Raises StaleError where its before is not there."""
        table = CommentRows if isinstance(edit.subject, Comment) else DecisionRows
        before, after = self._row(edit.before), self._row(edit.after)
        if before is None:
            assert after is not None
            self._connection.execute(insert(table), [after])
            return
        mine = [table.c[name] == value for name, value in before.items()]
        statement = delete(table).where(*mine) if after is None else update(table).where(*mine).values(after)
        if not self._connection.execute(statement).rowcount:
            raise StaleError("This comment or decision was changed elsewhere meanwhile; nothing was done.")

    def follow(self, before: Comment | None, after: Comment | None) -> bool:
        """Make an edit of a comment that was made elsewhere, if its before is here; tell whether."""
        subject = after or before
        assert subject
        held = next(iter(self._comments(CommentRows.c.id == subject.id)), None)
        if held != before:
            return False
        self.apply(Edit(before, after))
        return True

    def _row(self, subject: object) -> dict[str, Any] | None:
        match subject:
            case Comment() as comment:
                return {
                    "id": comment.id,
                    "article": self._articles.number(comment.article),
                    "annotator": self._annotators.find_or_add(comment.annotator),
                    "annotation": comment.annotation,
                    "start": comment.span and comment.span.start,
                    "end": comment.span and comment.span.end,
                    "parent": comment.parent,
                    "author": self._annotators.find_or_add(comment.author),
                    "text": comment.text,
                    "created": comment.created,
                    "is_resolved": comment.is_resolved,
                }
            case Decision() as decision:
                return {
                    "id": decision.id,
                    "article": self._articles.number(decision.article),
                    "reviewer": self._annotators.find_or_add(decision.reviewer),
                    "marks": orjson.dumps(decision.marks, default=list).decode(),
                    "gold": orjson.dumps(decision.gold, default=list).decode(),
                    "choice": decision.choice.value,
                    "reason": decision.reason and decision.reason.value,
                    "note": decision.note,
                    "created": decision.created,
                }
            case _:
                return None


def _comment(row: Any) -> Comment:
    return Comment(
        id=row["id"],
        article=row["about"],
        annotator=row["owner_name"],
        author=row["author_name"],
        text=row["text"],
        created=row["created"],
        annotation=row["annotation"],
        span=None if row["start"] is None else Span(row["start"], row["end"]),
        parent=row["parent"],
        is_resolved=row["is_resolved"],
    )


def read_comment(text: str) -> Comment:
    """Read a comment as the history has it."""
    value = orjson.loads(text)
    span = value.pop("span")
    return Comment(**value, span=span and Span(**span))


def _decision(row: Any) -> Decision:
    return Decision(
        id=row["id"],
        article=row["about"],
        reviewer=row["reviewer_name"],
        marks=tuple(Mark(*mark) for mark in orjson.loads(row["marks"])),
        gold=tuple(Mark(*mark) for mark in orjson.loads(row["gold"])),
        choice=Choice(row["choice"]),
        created=row["created"],
        reason=None if row["reason"] is None else Reason(row["reason"]),
        note=row["note"],
    )
