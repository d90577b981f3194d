from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("inti", "0007_kalender")]

    operations = [
        migrations.AddField(
            model_name="berkastersimpan",
            name="dimusnahkan_pada",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="dimusnahkan"),
        ),
    ]
