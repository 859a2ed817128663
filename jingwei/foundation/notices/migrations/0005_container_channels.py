"""Messages also leave through containers."""

from django.db import migrations, models

CHANNELS = ["sms", "wechat", "wechatmini", "wecom", "dingtalk", "alipay"]


class Migration(migrations.Migration):
    dependencies = [("notices", "0004_announcement_fences")]
    operations = [
        migrations.AlterField(
            model_name="outgoing",
            name="channel",
            field=models.CharField(choices=[(one, one) for one in CHANNELS], max_length=10),
        ),
    ]
