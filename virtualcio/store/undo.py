"""Putting a row back as the journal remembers it."""

from virtualcio.errors import ChangedElsewhere
from virtualcio.model.company_data import CompanyData
from virtualcio.store.edit import Edit
from virtualcio.store.journal import Image
from virtualcio.store.loading import new_record
from virtualcio.store.rows import SOMEBODY_ELSE


def put_back(edit: Edit, data: CompanyData, image: Image) -> None:
    """Make the row what it was before the entry of `image`.

    ChangedElsewhere if the row is not what that entry made of it. A row that comes back continues above
    the version it had, so that nothing computed for an earlier state is taken for this one.
    """
    shape = image.shape
    now = data.get(shape.kind, image.record_id)
    if not shape.same(None if now is None else shape.values(now), image.after):
        raise ChangedElsewhere(SOMEBODY_ELSE)
    if image.before is None:
        if now is not None:
            edit.delete(now)
    elif now is None:
        version = image.before[shape.version_at] + 1
        edit.add(new_record(shape, shape.with_version(image.before, version)))
    else:
        for key, value in zip(shape.keys, image.before, strict=True):
            if key not in {"id", "version"} and getattr(now, key) != value:
                setattr(now, key, value)
