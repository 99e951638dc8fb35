"""Walls around the tenant tables. Entries and populations are only ever added."""

from django.db import migrations

from kinerja.base.tenancy.securing import SecureTenantTables


class Migration(migrations.Migration):
    dependencies = [("service_quality", "0001_initial"), ("organization", "0002_walls")]
    operations = [SecureTenantTables("service_quality", append_only=("Entry", "Population"))]
