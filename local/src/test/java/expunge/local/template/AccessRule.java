package expunge.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Nobody gets in beside the roles, and nobody gets a role but Lambda, and for its own the account's
 * pipe.
 */
final class AccessRule implements Rule {
  /** Policies of resources, which may only take away. */
  private static final Set<String> OF_RESOURCES =
      Set.of("AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy", "AWS::Lambda::ResourcePolicy");

  private static final String ROLE = "AWS::IAM::Role";
  private static final Part LAMBDA = new Part(Map.of("Service", "lambda.amazonaws.com"));
  private static final String PIPES_ROLE = "StateEventsRole";
  private static final Part PIPES = new Part(Map.of("Service", "pipes.amazonaws.com"));
  private static final Part OF_THIS_ACCOUNT =
      new Part(
          Map.of("StringEquals", Map.of("aws:SourceAccount", Map.of("Ref", "AWS::AccountId"))));

  @Override
  public List<String> problems(Template expanded) {
    List<String> problems = new ArrayList<>();
    expanded
        .root()
        .at("Resources")
        .map()
        .forEach((name, resource) -> check(name, resource, problems));
    return problems;
  }

  private static boolean isLambdas(Part statement) {
    return statement.at("Principal").equals(LAMBDA);
  }

  /** Pipes of other accounts could be told to use the role, if they knew its name. */
  private static boolean isPipes(Part statement) {
    return statement.at("Principal").equals(PIPES)
        && statement.at("Condition").equals(OF_THIS_ACCOUNT);
  }

  private static void check(String name, Part resource, List<String> problems) {
    String type = resource.at("Type").text();
    if (type.startsWith("AWS::IAM::") && !type.equals(ROLE)) {
      problems.add(name + " grants something beside the roles");
    }
    if (type.equals(ROLE)
        && !resource.at("Properties", "AssumeRolePolicyDocument", "Statement").list().stream()
            .allMatch(name.equals(PIPES_ROLE) ? AccessRule::isPipes : AccessRule::isLambdas)) {
      problems.add(name + " may be assumed by others");
    }
    if (OF_RESOURCES.contains(type)
        && !resource.at("Properties", "PolicyDocument", "Statement").list().stream()
            .allMatch(statement -> statement.at("Effect").text().equals("Deny"))) {
      problems.add(name + " lets somebody in");
    }
  }
}
