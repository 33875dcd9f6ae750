package io.updraft.cloud;

import io.updraft.template.PhysicalNames;
import io.updraft.template.Template;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.cloudformation.include.CfnInclude;
import software.amazon.awscdk.services.sam.CfnFunction;
import software.constructs.Construct;

/**
 * The application: {@code template.yaml} as it is, with packages in place of paths, and with the
 * functions that speak with NATS in its network. Whatever the template has is found by walking it;
 * no function, table or queue is named here.
 */
final class ApplicationStack extends Stack {
  /** Who has this variable speaks with NATS, and nobody else. */
  private static final String SPEAKS_WITH_NATS = "NATS_URL";

  private static final String CREDENTIALS_PARAMETER = "NatsCredentialsSecret";
  private static final Set<String> NEVER_PLAIN =
      Set.of("DeviceServiceToken", "NotificationServiceToken");

  private final CfnInclude include;
  private final Template template;

  ApplicationStack(
      Construct scope,
      String id,
      StackProps props,
      StageSettings settings,
      Broker broker,
      Path file,
      FunctionPackages packages) {
    super(scope, id, props);
    this.template = Template.read(file, settings.parameters(), PhysicalNames.logicalIds());
    this.include =
        CfnInclude.Builder.create(this, "Template")
            .templateFile(file.toString())
            .parameters(parameters(settings, broker))
            .allowCyclicalReferences(true)
            .build();
    functions().values().forEach(function -> pack(function, file, packages));
    functions().values().forEach(FailureDestinations::keep);
    template.functions().values().stream()
        .filter(function -> function.environment().containsKey(SPEAKS_WITH_NATS))
        .forEach(function -> connect(sam(function.id()), broker));
    allowTokenAsCredentials(broker);
    if (settings.domains().isPresent()) {
      closeDefaultEndpoint();
    }
  }

  /** A secret in a parameter would be in the variables of functions, for all to see. */
  private static Map<String, Object> parameters(StageSettings settings, Broker broker) {
    Map<String, Object> values = new HashMap<>(settings.parameters());
    NEVER_PLAIN.forEach(
        name -> {
          if (values.put(name, "") != null) {
            throw new IllegalArgumentException("Give " + name + "Secret instead of " + name);
          }
        });
    values.put("NatsUrl", broker.url());
    broker.credentialsSecret().ifPresent(arn -> values.put(CREDENTIALS_PARAMETER, arn));
    return values;
  }

  private static void pack(CfnFunction function, Path file, FunctionPackages packages) {
    String codeUri = (String) function.getCodeUri();
    if (codeUri == null) {
      throw new IllegalStateException("A function of " + file + " has no CodeUri");
    }
    function.setCodeUri(packages.place(function.getStack(), codeUri));
  }

  private static void connect(CfnFunction function, Broker broker) {
    function.addPropertyOverride(
        "Environment.Variables.NATS_STREAM_REPLICAS", String.valueOf(broker.replicas()));
    if (!broker.subnets().isEmpty()) {
      function.setVpcConfig(
          CfnFunction.VpcConfigProperty.builder()
              .subnetIds(broker.subnets())
              .securityGroupIds(broker.securityGroups())
              .build());
    }
  }

  /** A condition can't look into another stack, where the secret is. */
  private void allowTokenAsCredentials(Broker broker) {
    if (broker.credentialsSecret().isPresent()) {
      CfnCondition condition = include.getCondition("HasNatsCredentials");
      condition.setExpression(Fn.conditionEquals("given", "given"));
    }
  }

  private void closeDefaultEndpoint() {
    ofType("AWS::Serverless::HttpApi")
        .values()
        .forEach(api -> api.addPropertyOverride("DisableExecuteApiEndpoint", true));
  }

  private CfnFunction sam(String id) {
    return (CfnFunction) include.getResource(id);
  }

  /** What the template says, read. */
  Template template() {
    return template;
  }

  /** All functions by logical id, also those whose condition does not hold. */
  Map<String, CfnFunction> functions() {
    Map<String, CfnFunction> functions = new LinkedHashMap<>();
    ofType("AWS::Serverless::Function").forEach((id, f) -> functions.put(id, (CfnFunction) f));
    return functions;
  }

  /** Resources of a type, by logical id. */
  Map<String, CfnResource> ofType(String type) {
    Map<String, CfnResource> found = new LinkedHashMap<>();
    for (software.constructs.IConstruct each : include.getNode().getChildren()) {
      if (each instanceof CfnResource resource && resource.getCfnResourceType().equals(type)) {
        found.put(each.getNode().getId(), resource);
      }
    }
    return found;
  }

  /** What a resource is called where it is deployed. */
  String reference(String id) {
    return include.getResource(id).getRef();
  }

  /** An attribute of a resource where it is deployed. */
  String attribute(String id, String name) {
    return include.getResource(id).getAtt(name).toString();
  }

  /** Id of the HTTP API. */
  String apiId() {
    return List.copyOf(ofType("AWS::Serverless::HttpApi").values()).getFirst().getRef();
  }
}
