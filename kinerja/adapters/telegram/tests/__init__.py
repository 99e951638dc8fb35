"""This folder's conftest imports models, and pytest reads it before the root one has set the framework up."""

import django

django.setup()
