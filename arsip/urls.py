"""Pages of arsip."""

app_name = "arsip"
urlpatterns: list = []
