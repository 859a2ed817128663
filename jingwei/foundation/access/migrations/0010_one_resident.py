"""One resident for one mobile number, however often the first sign-in is repeated."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("access", "0009_containers")]
    operations = [
        migrations.AddConstraint(
            model_name="person",
            constraint=models.UniqueConstraint(
                "phone_index",
                condition=Q(is_staff=False, phone_index__isnull=False),
                name="access_person_one_resident",
            ),
        ),
    ]
