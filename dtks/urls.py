"""Pages of dtks."""

app_name = "dtks"
urlpatterns: list = []
