"""Making the actor, and the limits on guessing passwords."""

from datetime import timedelta

from yingsu.access.capabilities import capabilities_of
from yingsu.access.models import Account, FailedSignIn
from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.organs.models import Post
from yingsu.organs.queries import reach_of

TRIES = 5
WINDOW = timedelta(minutes=15)


def actor_for(account: Account, *, request_id: str = "") -> Actor:
    """The actor an account acts as."""
    post = Post.objects.select_related("person", "organ__parent").get(pk=account.post_id)
    return actor_in(post, request_id=request_id)


def actor_in(post: Post, *, request_id: str = "") -> Actor:
    """The actor who holds *post*."""
    return Actor(
        person_id=post.person_id,
        person=post.person.name,
        post_id=post.pk,
        post_kind=post.kind,
        title=post.title,
        organ_id=post.organ_id,
        organ_code=post.organ.code,
        organ=post.organ.name,
        capabilities=capabilities_of(post.kind),
        reach=reach_of(post.organ, post.kind),
        request_id=request_id,
    )


def may_try(name: str, address: str) -> bool:
    """Whether another sign-in may be tried for this name and from this address."""
    since = clock.now() - WINDOW
    recent = FailedSignIn.objects.filter(at__gte=since)
    return recent.filter(name=name).count() < TRIES and recent.filter(address=address).count() < TRIES * 4
