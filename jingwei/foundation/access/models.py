"""People, units, posts and who holds them."""

from django.db import models
from django.db.models import F, Q

from jingwei.foundation.access.contracts import Container, Role
from jingwei.kernel.ids import uuid7


class Unit(models.Model):
    """A centre 综治中心 or a member unit 成员单位, at one level of one area; centres form the centre tree.

    ``public_phone`` 监督电话 is an office's, for the public pages; never a person's own.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=40)
    area_code = models.CharField(max_length=15)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    is_government = models.BooleanField(default=True)
    is_active = models.BooleanField(default=True)
    public_phone = models.CharField(max_length=20, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["area_code", "kind"], name="access_unit_area_kind"),
            models.Index(fields=["kind", "area_code"], name="access_unit_kind_area"),
        ]


class Person(models.Model):
    """A member of staff or a resident with an identity. The phone is sealed; see ``privacy``."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=60)
    is_staff = models.BooleanField(default=False)
    phone_sealed = models.BinaryField(null=True, blank=True)
    phone_index = models.BinaryField(null=True, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["phone_index"], name="access_person_phone")]
        constraints = [
            models.UniqueConstraint(
                "phone_index",
                condition=Q(is_staff=False, phone_index__isnull=False),
                name="access_person_one_resident",
            ),
        ]


class Post(models.Model):
    """A place in the organisation with its own inbox; people come and go."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    title = models.CharField(max_length=80)
    role = models.CharField(max_length=20, choices=[(r.value, r.value) for r in Role])
    area_code = models.CharField(max_length=15)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    is_active = models.BooleanField(default=True)

    class Meta:
        indexes = [models.Index(fields=["area_code", "role"], name="access_post_area_role")]


class Holding(models.Model):
    """Who holds a post, from a day until a day (exclusive)."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("post", condition=Q(to_on=None), name="access_holding_one_at_a_time"),
        ]
        indexes = [models.Index(fields=["person"], name="access_holding_person")]


class Delegation(models.Model):
    """A post lent to another person for a while; acts are recorded with both names."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    from_person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    to_person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    reason = models.CharField(max_length=200)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="access_delegation_order"),
        ]


class Account(models.Model):
    """A sign-in with user name and password (argon2id).

    ``password_expires_at`` is set while the password is a one-time one, made by an administrator.
    ``last_active_on`` is the day of the last sign-in and all that is kept of somebody's use of the platform; a leaver's
    account is not active. Devices remembered before ``devices_since`` are not known any more.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    username = models.CharField(max_length=60, unique=True)
    password_hash = models.CharField(max_length=200)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    password_expires_at = models.DateTimeField(null=True, blank=True)
    last_active_on = models.DateField(null=True, blank=True)
    is_active = models.BooleanField(default=True)
    devices_since = models.DateTimeField(null=True, blank=True)


class Token(models.Model):
    """A session or an API token: only its digest is kept. ``post`` is the post worked in.

    ``authenticated_at`` is when the person last proved who they are (empty: when it was opened), ``strength`` how well.
    ``way`` (password, phone, container, a provider's name), ``device`` (``chrome/windows``) and ``network`` (the first half
    of an address) tell its owner which session it is; the address itself is not kept. A session that was not used for
    ``idle_minutes`` has ended; ``seen_at`` is noted every few minutes.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    digest = models.BinaryField(unique=True)
    kind = models.CharField(max_length=8, choices=[("session", "session"), ("token", "token")])
    label = models.CharField(max_length=80, blank=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    authenticated_at = models.DateTimeField(null=True, blank=True)
    strength = models.PositiveSmallIntegerField(default=1)
    way = models.CharField(max_length=40, blank=True, default="")
    device = models.CharField(max_length=40, blank=True, default="")
    network = models.CharField(max_length=24, blank=True, default="")
    seen_at = models.DateTimeField(null=True, blank=True)
    idle_minutes = models.PositiveIntegerField(null=True, blank=True)


class Key(models.Model):
    """A system key: another system's way in, with a name of its own and without a person. Names are never used again.

    It belongs to a unit, whose part it shares, or to an area, which it sees. ``grants`` are permissions by name,
    ``networks`` the addresses it may come from (none: anywhere). ``last_used_on`` is a day.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=60, unique=True)
    purpose = models.CharField(max_length=200)
    area_code = models.CharField(max_length=15)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    grants = models.JSONField()
    networks = models.JSONField()
    rate_per_minute = models.PositiveIntegerField()
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    last_used_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["area_code"], name="access_key_area")]


class KeySecret(models.Model):
    """What opens a key: only its digest is kept. Two stand side by side while a system changes over to the new one."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    key = models.ForeignKey(Key, on_delete=models.PROTECT, related_name="+")
    digest = models.BinaryField(unique=True)
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)


class ContainerLink(models.Model):
    """A container's identity (openid, userid …) that opens a person's account. Sealed; deleted when it is unlinked.

    ``last_used_on`` is a day: nothing finer is kept of when somebody comes.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    container = models.CharField(max_length=10, choices=[(c.value, c.value) for c in Container])
    subject_index = models.BinaryField()
    subject_sealed = models.BinaryField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    wants_push = models.BooleanField(default=True)
    linked_at = models.DateTimeField()
    last_used_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["container", "subject_index"], name="access_link_one_person"),
            models.UniqueConstraint(fields=["person", "container"], name="access_link_one_each"),
        ]


class KnownPlace(models.Model):
    """A network from which an account was signed in to before, and the day it last was. Both are in one keyed digest."""

    place = models.BinaryField(primary_key=True)
    good_on = models.DateField()


class SecondFactor(models.Model):
    """What a person's authenticator app and we both know (TOTP). Sealed. Unconfirmed until a first code came back.

    ``last_step`` is the half minute of the last code taken: no code opens twice.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    secret_sealed = models.BinaryField()
    begun_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    last_step = models.BigIntegerField(default=0)
    last_used_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("person", condition=Q(confirmed_at=None), name="access_factor_one_begun"),
            models.UniqueConstraint(
                "person", condition=Q(confirmed_at__isnull=False), name="access_factor_one_confirmed"
            ),
        ]


class RecoveryCode(models.Model):
    """A code that stands in once for a lost second factor. Only its keyed digest is kept."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    digest = models.BinaryField()
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "digest"], name="access_recovery_code_once")]


class ProviderLink(models.Model):
    """What a sign-in provider calls a person whose account it opens. Sealed; deleted when it is unlinked.

    ``last_used_on`` is a day: nothing finer is kept of when somebody comes.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    provider = models.CharField(max_length=30)
    subject_index = models.BinaryField()
    subject_sealed = models.BinaryField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    linked_at = models.DateTimeField()
    last_used_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["provider", "subject_index"], name="access_provider_link_one_person"
            ),
            models.UniqueConstraint(fields=["person", "provider"], name="access_provider_link_one_each"),
        ]


class ProviderSession(models.Model):
    """The provider by which a session was opened, and, sealed, what it wants to see when the session signs out.

    It goes with its session.
    """

    token = models.OneToOneField(
        Token, primary_key=True, on_delete=models.CASCADE, related_name="+", db_constraint=False
    )
    provider = models.CharField(max_length=30)
    farewell_sealed = models.BinaryField()


class ProviderState(models.Model):
    """A try to sign in by a provider that was brought to its end: none is taken twice. Kept until it would be too late."""

    state_index = models.BinaryField(primary_key=True)
    expires_at = models.DateTimeField()
