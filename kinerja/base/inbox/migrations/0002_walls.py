"""Walls around the tenant tables."""

from django.db import migrations

from kinerja.base.tenancy.securing import SecureTenantTables


class Migration(migrations.Migration):
    dependencies = [("inbox", "0001_initial"), ("organization", "0002_walls")]
    operations = [SecureTenantTables("inbox")]
