package io.updraft.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.lambda.Environment;
import io.updraft.s3.DownloadAddresses;
import io.updraft.s3.StoreAccess;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

class ObjectUsesTest {
  private static String bucket() {
    return Environment.current().text("BUCKET");
  }

  /** Of which nothing is known, as of what was read from a table. */
  private static String readElsewhere() {
    return new StringBuilder("thing").reverse().toString();
  }

  private static PutObjectRequest put(String key) {
    return PutObjectRequest.builder().bucket(bucket()).key(key).build();
  }

  static final class JoinedByPlus {
    JoinedByPlus() {
      var _ = put("incoming/" + readElsewhere() + "/parts");
    }
  }

  static final class JoinedByPattern {
    JoinedByPattern() {
      var _ = put("exports/%s.csv".formatted(readElsewhere()));
    }
  }

  static final class JoinedByParts {
    JoinedByParts() {
      var _ = put(String.join("/", readElsewhere(), "parts"));
    }
  }

  static final class KeyReadElsewhere {
    KeyReadElsewhere() {
      var _ = put(readElsewhere());
    }
  }

  @Test
  void objectsAreThoseWhoseKeysBeginAsTheCodeSays() {
    assertThat(Found.clearlyIn(JoinedByPlus.class).uses())
        .containsExactly("s3:PutObject BUCKET/incoming/*");
    assertThat(Found.clearlyIn(JoinedByPattern.class).uses())
        .containsExactly("s3:PutObject BUCKET/exports/*");
  }

  @Test
  void objectsOfKeysThatWereReadAreAny() {
    assertThat(Found.clearlyIn(KeyReadElsewhere.class).uses())
        .containsExactly("s3:PutObject BUCKET/?");
    assertThat(Found.clearlyIn(JoinedByParts.class).uses())
        .containsExactly("s3:PutObject BUCKET/?");
  }

  static final class Presigning {
    Presigning() {
      var addresses = new DownloadAddresses(StoreAccess.of(Environment.current(), "BUCKET"));
      var _ = addresses.of("exports/" + readElsewhere(), "it.csv", Duration.ofHours(1));
    }
  }

  /** Who signs needs what is signed for; and nobody is told here that an object is missing. */
  @Test
  void aPresignedAddressNeedsWhatIsDoneWithIt() {
    assertThat(Found.clearlyIn(Presigning.class).uses())
        .containsExactly("s3:GetObject BUCKET/exports/*");
  }

  static final class Asking {
    Asking() {
      S3Client.create().headObject(r -> r.bucket(bucket()).key("a/" + readElsewhere()));
    }
  }

  static final class AskingForAll {
    AskingForAll() {
      var _ = S3Client.create().getObjectAsBytes(r -> r.bucket(bucket()).key("a/1"));
    }
  }

  @Test
  void whoAsksForWhatMayBeMissingListsTheBucket() {
    assertThat(Found.clearlyIn(Asking.class).uses())
        .containsExactly("s3:GetObject BUCKET/a/*", "s3:ListBucket BUCKET");
    assertThat(Found.clearlyIn(AskingForAll.class).uses())
        .containsExactly("s3:GetObject BUCKET/a/1", "s3:ListBucket BUCKET");
  }

  static final class Copying {
    Copying() {
      S3Client.create()
          .copyObject(
              r ->
                  r.sourceBucket(Environment.current().text("FROM"))
                      .sourceKey("incoming/" + readElsewhere())
                      .destinationBucket(Environment.current().text("TO"))
                      .destinationKey("kept/" + readElsewhere()));
    }
  }

  @Test
  void aCopyReadsTheOneAndWritesTheOther() {
    assertThat(Found.clearlyIn(Copying.class).uses())
        .containsExactly(
            "s3:GetObject FROM/incoming/*", "s3:ListBucket FROM", "s3:PutObject TO/kept/*");
  }

  static final class InParts {
    InParts() {
      S3Client client = S3Client.create();
      client.createMultipartUpload(r -> r.bucket(bucket()).key("begun/1"));
      client.uploadPart(r -> r.bucket(bucket()).key("part/1").partNumber(1), RequestBody.empty());
      client.listParts(r -> r.bucket(bucket()).key("listed/1"));
      client.completeMultipartUpload(r -> r.bucket(bucket()).key("completed/1"));
      client.abortMultipartUpload(r -> r.bucket(bucket()).key("aborted/1"));
      client.deleteObject(r -> r.bucket(bucket()).key("deleted/1"));
    }
  }

  @Test
  void anUploadInPartsNeedsTheActionOfEachStep() {
    assertThat(Found.clearlyIn(InParts.class).uses())
        .containsExactly(
            "s3:AbortMultipartUpload BUCKET/aborted/1",
            "s3:DeleteObject BUCKET/deleted/1",
            "s3:ListMultipartUploadParts BUCKET/listed/1",
            "s3:PutObject BUCKET/begun/1",
            "s3:PutObject BUCKET/completed/1",
            "s3:PutObject BUCKET/part/1");
  }

  static final class IntoSomeBucket {
    IntoSomeBucket() {
      var _ = PutObjectRequest.builder().bucket(readElsewhere()).key("a/1").build();
    }
  }

  @Test
  void aBucketThatCannotBeToldIsUnclear() {
    Found found = Found.in(IntoSomeBucket.class);
    assertThat(found.uses()).isEmpty();
    assertThat(found.unclear())
        .containsExactly(IntoSomeBucket.class.getName() + ".<init> needs s3:PutObject");
  }
}
