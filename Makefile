# For `sam build`, which calls these targets in a copy of this folder (template.yaml: BuildMethod: makefile).
# Each fills the folder ARTIFACTS_DIR, which SAM names, with what functions/*/target/*.zip holds.
# The files datasets.json and api-keys, where they stand beside this one, go with it: @/var/task/datasets.json

.PHONY: build-FileIntakeFunction build-DeletionWorkerFunction build-ImportWorkerFunction build-HttpApiFunction build-HousekeepingFunction artifacts

build-FileIntakeFunction:
	@sh .mvn/build-function file-intake

build-DeletionWorkerFunction:
	@sh .mvn/build-function deletion-worker

build-ImportWorkerFunction:
	@sh .mvn/build-function import-worker

build-HttpApiFunction:
	@sh .mvn/build-function http-api

build-HousekeepingFunction:
	@sh .mvn/build-function housekeeping

# What a build has made: the bytes of each zip and the libraries in it.
artifacts:
	@sh .mvn/artifacts
