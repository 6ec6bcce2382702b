"""Deletes one profile per line of a file, as a plain script would: the measure that Expunge is held against.

Usage: batch_writer.py FILE (identifiers, without a header). Prints the seconds it took, without Python's own start.
"""

import sys
import time

import boto3


def main() -> None:
    with open(sys.argv[1], encoding="utf-8") as file:
        keys = file.read().splitlines()
    table = boto3.resource("dynamodb").Table("customers")
    start = time.perf_counter()
    with table.batch_writer() as batch:
        for key in keys:
            batch.delete_item(Key={"MaestraId": key})
    print(f"{time.perf_counter() - start:.2f}")


if __name__ == "__main__":
    main()
