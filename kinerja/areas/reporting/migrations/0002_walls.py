"""Walls around the tenant tables."""

from django.db import migrations

from kinerja.base.tenancy.securing import SecureTenantTables


class Migration(migrations.Migration):
    dependencies = [("reporting", "0001_initial"), ("planning", "0002_walls")]
    operations = [SecureTenantTables("reporting")]
