from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("inti", "0009_sidik_snapshot")]

    operations = [
        migrations.AddField(
            model_name="insiden",
            name="diingatkan_pada",
            field=models.DateTimeField(editable=False, null=True),
        ),
    ]
