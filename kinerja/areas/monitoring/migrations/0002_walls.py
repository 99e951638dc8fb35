"""Walls around the tenant tables."""

from django.db import migrations

from kinerja.base.tenancy.securing import SecureTenantTables


class Migration(migrations.Migration):
    dependencies = [("monitoring", "0001_initial"), ("reporting", "0002_walls")]
    operations = [SecureTenantTables("monitoring")]
