"""Walls around the tenant tables."""

from django.db import migrations

from kinerja.base.tenancy.securing import SecureTenantTables


class Migration(migrations.Migration):
    dependencies = [("organization", "0001_initial"), ("tenancy", "0002_foundations")]
    operations = [SecureTenantTables("organization")]
