def rangka(request):
    return {}
