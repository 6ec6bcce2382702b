"""Expands a SAM template from standard input to plain CloudFormation, as JSON on standard output."""
import json
import os
import sys

from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

if "--probe" in sys.argv:
    sys.exit()

os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
template = yaml_parse(sys.stdin.read())
template["Globals"]["Function"]["CodeUri"] = "s3://artifacts/function.zip"  # as `sam package` leaves it
parameters = {name: p["Default"] for name, p in template["Parameters"].items() if "Default" in p}
json.dump(Translator({}, Parser()).translate(template, parameter_values=parameters), sys.stdout)
