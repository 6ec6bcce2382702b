package expunge.planted;

import expunge.aws.AwsClients;

/** Knows what core may not know. */
public record UseCaseOnAws(AwsClients clients) {}
