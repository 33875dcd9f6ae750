package io.updraft.local.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.updraft.local.lambda.AsyncInvoker;
import io.updraft.local.lambda.Functions;
import io.updraft.local.lambda.Json;
import io.updraft.template.ObjectTrigger;
import io.updraft.template.Template;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Invokes the functions that wait for objects. */
public final class ObjectTriggers {
  private final Template template;
  private final Functions functions;
  private final AsyncInvoker async;
  private final Clock clock;

  /** Nothing is announced before {@link #start}. */
  public ObjectTriggers(Template template, Functions functions, AsyncInvoker async, Clock clock) {
    this.template = template;
    this.functions = functions;
    this.async = async;
    this.clock = clock;
  }

  /**
   * Announces objects from now on; and those that are there already under a trigger's prefix, since
   * an announcement is lost when the process ends before the function has run.
   */
  public void start(ObjectStore objects) {
    List<ObjectTrigger> triggers =
        template.functions().values().stream()
            .flatMap(function -> function.triggers(ObjectTrigger.class).stream())
            .toList();
    objects.listeners().add(object -> triggers.forEach(trigger -> invokeIfMeant(trigger, object)));
    triggers.forEach(trigger -> announceExisting(objects.store(), trigger));
  }

  private void announceExisting(BlobStore store, ObjectTrigger trigger) {
    String bucket = template.bucket(trigger.bucket()).name();
    @Nullable String next = null;
    do {
      ListObjectsV2Response page =
          store.list(
              ListObjectsV2Request.builder()
                  .bucket(bucket)
                  .prefix(trigger.prefix())
                  .continuationToken(next)
                  .build());
      page.contents().forEach(object -> invokeIfMeant(trigger, existing(bucket, object)));
      next = page.nextContinuationToken();
    } while (next != null);
  }

  private static ArrivedObject existing(String bucket, S3Object object) {
    String etag = object.eTag() == null ? "" : object.eTag().replace("\"", "");
    return new ArrivedObject("ObjectCreated:Put", bucket, object.key(), object.size(), etag);
  }

  private void invokeIfMeant(ObjectTrigger trigger, ArrivedObject object) {
    if (object.bucket().equals(template.bucket(trigger.bucket()).name())
        && trigger.matches(object.event(), object.key())) {
      async.invoke(functions.get(trigger.function()), event(object));
    }
  }

  private byte[] event(ArrivedObject object) {
    ObjectNode event = Json.MAPPER.createObjectNode();
    ObjectNode entry = event.putArray("Records").addObject();
    entry
        .put("eventVersion", "2.1")
        .put("eventSource", "aws:s3")
        .put("awsRegion", "us-east-1")
        .put("eventTime", clock.instant().toString())
        .put("eventName", object.event());
    entry.putObject("userIdentity").put("principalId", "local");
    entry.putObject("requestParameters").put("sourceIPAddress", "127.0.0.1");
    ObjectNode s3 = entry.putObject("s3").put("s3SchemaVersion", "1.0");
    s3.putObject("bucket")
        .put("name", object.bucket())
        .put("arn", "arn:aws:s3:::" + object.bucket());
    s3.putObject("object")
        .put("key", URLEncoder.encode(object.key(), StandardCharsets.UTF_8))
        .put("size", object.size())
        .put("eTag", object.etag())
        .put("sequencer", Long.toHexString(clock.millis()));
    return Json.bytes(event);
  }
}
