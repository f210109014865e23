"""Reading organs and posts."""

from django.db.models import Q, QuerySet

from yingsu.organs.models import Organ, Post


def find_organ(name: str) -> Organ | None:
    """The organ a court paper names: by full name, or by short name when only one has it."""
    wanted = name.strip().replace(" ", "").replace("　", "")
    exact = Organ.objects.filter(name=wanted).first()
    if exact:
        return exact
    found = list(Organ.objects.filter(Q(name__endswith=wanted) | Q(short_name=wanted))[:2]) if wanted else []
    return found[0] if len(found) == 1 else None


def government_of(organ: Organ) -> Organ | None:
    """The people's government an organ belongs to: itself, or the nearest one above."""
    node: Organ | None = organ
    while node is not None and not node.is_government:
        node = node.parent
    return node


def justice_bureau_of(organ: Organ) -> Organ | None:
    """同级司法行政机关: the justice bureau of the government the organ belongs to."""
    return _serving(organ, Organ.Function.JUSTICE)


def office_of(organ: Organ) -> Organ:
    """Who receives the organ's court papers: a government's office; elsewhere the organ's own 办公室（综合科）."""
    if not organ.is_government:
        return organ
    return _serving(organ, Organ.Function.OFFICE) or organ


def _serving(organ: Organ, function: str) -> Organ | None:
    government = government_of(organ)
    if government is None:
        return None
    return Organ.objects.filter(parent=government, function=function).first()


def reach_of(organ: Organ, kind: str) -> frozenset[int]:
    """Ids of the organs a post of *kind* in *organ* looks after.

    Its own organ; a government's office also the government (办法第十条); a justice bureau the government,
    its departments and townships, and, a level up, the counties below (第十、三十一条).
    """
    ids = {organ.pk}
    government = government_of(organ)
    if government is not None and organ.function == Organ.Function.OFFICE:
        ids.add(government.pk)
    if government is not None and organ.function == Organ.Function.JUSTICE:
        if kind in (Post.Kind.BUREAU_STAFF, Post.Kind.BUREAU_SUPERVISOR):
            ids |= descendants(government.pk)
        else:
            ids.add(government.pk)
    return frozenset(ids)


def descendants(root: int) -> set[int]:
    """Ids of *root* and of all organs below it."""
    children: dict[int | None, list[int]] = {}
    for pk, parent in Organ.objects.values_list("pk", "parent_id"):
        children.setdefault(parent, []).append(pk)
    found: set[int] = set()
    waiting = [root]
    while waiting:
        pk = waiting.pop()
        found.add(pk)
        waiting.extend(children.get(pk, ()))
    return found


def heads_of(organ: Organ) -> QuerySet[Post]:
    """The heads of an organ, the main head first."""
    return (
        Post.objects.filter(organ=organ, kind__in=Post.HEADS)
        .select_related("person", "organ")
        .order_by("-kind", "pk")
    )


def people_in(organ: int) -> set[int]:
    """Ids of the people who hold a post in the organ with that id."""
    return set(Post.objects.filter(organ=organ).values_list("person_id", flat=True))


def posts_in(organ: Organ, *kinds: str) -> QuerySet[Post]:
    """The posts of *kinds* in an organ."""
    return Post.objects.filter(organ=organ, kind__in=kinds).select_related("person", "organ")
