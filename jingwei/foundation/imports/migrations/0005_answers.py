from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("imports", "0004_export_fences")]
    operations = [
        migrations.AddField(
            model_name="batchrow",
            name="answer_sealed",
            field=models.BinaryField(null=True),
        ),
    ]
