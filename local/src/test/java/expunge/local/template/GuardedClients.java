package expunge.local.template;

import expunge.aws.AwsClients;
import expunge.local.lambda.DeployedFunction;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.GetObjectPresignRequest;
import software.amazon.awssdk.services.s3.presigner.model.PutObjectPresignRequest;

/** Clients that may do what their function's role in the template may, and nothing else. */
public final class GuardedClients {
  private final Map<String, RolePolicy> policies = new LinkedHashMap<>();
  private final AtomicInteger lost = new AtomicInteger();
  private volatile Predicate<SdkRequest> losing = _ -> false;

  /** Of the product's template, with the names of the local system. */
  public GuardedClients(Map<String, String> names) {
    Template template = Template.ofYaml(Template.text());
    Values values = new Values(template, names);
    for (DeployedFunction function : DeployedFunction.values()) {
      Part role = template.resource(function.role()).at("Properties");
      policies.put(function.module(), new RolePolicy(role, values));
    }
  }

  /** The policies, by function. */
  public Map<String, RolePolicy> policies() {
    return policies;
  }

  /** From now on, calls with these requests get lost before they arrive. */
  public void lose(Predicate<SdkRequest> requests) {
    losing = requests;
  }

  /** How many calls got lost. */
  public int lost() {
    return lost.get();
  }

  /** Clients as they are deployed, for a function. */
  public AwsClients of(String function) {
    RolePolicy policy = policies.get(function);
    if (policy == null) {
      throw new IllegalArgumentException("no role for " + function);
    }
    AwsClients clients = AwsClients.fromEnvironment(new Guard(policy));
    return new AwsClients(
        clients.dynamoDb(),
        clients.s3(),
        presigner(clients.presigner(), policy),
        clients.sqs(),
        clients.secrets(),
        clients.http());
  }

  /** A presigned link is good for what its signer may do. */
  private static S3Presigner presigner(S3Presigner real, RolePolicy policy) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
          }
          if (arguments != null && arguments[0] instanceof GetObjectPresignRequest presign) {
            require(policy, presign.getObjectRequest());
          }
          if (arguments != null && arguments[0] instanceof PutObjectPresignRequest presign) {
            require(policy, presign.putObjectRequest());
          }
          try {
            return method.invoke(real, arguments);
          } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
          }
        };
    return (S3Presigner)
        Proxy.newProxyInstance(
            S3Presigner.class.getClassLoader(), new Class<?>[] {S3Presigner.class}, handler);
  }

  private static void require(RolePolicy policy, SdkRequest request) {
    if (!policy.allows(Permission.neededFor(request))) {
      throw AwsServiceException.builder().statusCode(403).message("Access Denied").build();
    }
  }

  private final class Guard implements ExecutionInterceptor {
    private final RolePolicy policy;

    Guard(RolePolicy policy) {
      this.policy = policy;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
      require(policy, call.request());
      if (losing.test(call.request())) {
        lost.incrementAndGet();
        throw SdkClientException.create("the connection was lost");
      }
    }

    @Override
    public Throwable modifyException(Context.FailedExecution call, ExecutionAttributes attributes) {
      boolean absent =
          call.exception() instanceof AwsServiceException service && service.statusCode() == 404;
      if (absent && call.request() instanceof GetObjectRequest get) {
        policy.allows(List.of(Permission.listing(get.bucket())));
      }
      if (absent && call.request() instanceof HeadObjectRequest head) {
        policy.allows(List.of(Permission.listing(head.bucket())));
      }
      return call.exception();
    }
  }
}
