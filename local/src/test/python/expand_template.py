"""Expands SAM templates to plain CloudFormation.

Reads a JSON list of templates from standard input, and writes the list of the expanded ones to standard output.
"""
import json
import os
import sys

from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse


def expand(text):
    template = yaml_parse(text)
    template["Globals"]["Function"]["CodeUri"] = "s3://artifacts/function.zip"  # as `sam package` leaves it
    parameters = {name: p["Default"] for name, p in template["Parameters"].items() if "Default" in p}
    return Translator({}, Parser()).translate(template, parameter_values=parameters)


os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
json.dump([expand(text) for text in json.loads(sys.stdin.read() or "[]")], sys.stdout)
