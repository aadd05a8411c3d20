"""Runs in doccano's own environment: doccano_import.py FOLDER TASK FILE imports a file by doccano's own code.

A database is made in the folder. Prints what doccano holds then: a line of JSON an article, with its spans,
relations and labels, and a last line with what doccano found wrong.
"""

import json
import os
import sys
from pathlib import Path

import backend

folder, task, path = sys.argv[1:]
sys.path.insert(0, str(Path(backend.__file__).parent))
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.development"
os.environ["DATABASE_URL"] = f"sqlite:///{folder}/doccano.sqlite3"
os.environ["STANDALONE"] = "1"
os.chdir(folder)

import django  # noqa: E402

django.setup()  # before anything that has models is imported

from data_import.datasets import load_dataset  # noqa: E402
from data_import.pipeline.catalog import create_file_format  # noqa: E402
from data_import.pipeline.readers import FileName  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from examples.models import Example  # noqa: E402
from projects.models import ProjectType, SequenceLabelingProject  # noqa: E402

call_command("migrate", verbosity=0)
call_command("create_roles", verbosity=0)
user = User.objects.create_user("amal")
project = SequenceLabelingProject.objects.create(
    name="news",
    project_type=ProjectType.SEQUENCE_LABELING,
    created_by=user,
    allow_overlapping=True,
    use_relation=task == "RelationExtraction",
)
name = FileName(full_path=path, generated_name=path, upload_name=Path(path).name)
dataset = load_dataset(task, create_file_format("JSONL"), [name], project, encoding="utf_8")
dataset.save(user)
for example in Example.objects.filter(project=project).order_by("id"):
    spans = {span.id: [span.start_offset, span.end_offset, span.label.text] for span in example.spans.all()}
    relations = [[spans[r.from_id_id], spans[r.to_id_id], r.type.text] for r in example.relations.all()]
    found = {
        "text": example.text,
        "meta": example.meta,
        "spans": list(spans.values()),
        "relations": relations,
    }
    sys.stdout.write(f"{json.dumps(found)}\n")
sys.stdout.write(f"{json.dumps([error.dict() for error in dataset.errors])}\n")
