"""Pages of kepegawaian."""

app_name = "kepegawaian"
urlpatterns: list = []
