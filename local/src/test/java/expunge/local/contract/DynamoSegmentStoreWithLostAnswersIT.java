package expunge.local.contract;

import expunge.aws.AwsClients;

/** The whole contract again, while the first answer of every call is lost. */
class DynamoSegmentStoreWithLostAnswersIT extends DynamoSegmentStoreIT {

  @Override
  AwsClients clients() {
    // A client for each test, as the SDK gives up repeating where too much fails.
    return EmulatedAws.clientsWith(new LosesFirstAnswers());
  }
}
