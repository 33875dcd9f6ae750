package io.updraft.cloud;

import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.amazon.awscdk.services.sam.CfnFunction.S3LocationProperty;
import software.constructs.Construct;

/** Where the code of functions is when they are deployed. */
@FunctionalInterface
interface FunctionPackages {

  /**
   * The place of a package.
   *
   * @param codeUri what the template says, relative to the project's folder
   */
  S3LocationProperty place(Construct scope, String codeUri);

  /** The packages that were built, to be uploaded. */
  static FunctionPackages built(Path root) {
    return (scope, codeUri) -> {
      String id = "Package-" + codeUri.replace('/', '-');
      Asset uploaded = (Asset) scope.getNode().tryFindChild(id);
      return place(uploaded == null ? asset(scope, id, root.resolve(codeUri)) : uploaded);
    };
  }

  private static Asset asset(Construct scope, String id, Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalStateException(file + " is not built; scripts/deploy does that");
    }
    return Asset.Builder.create(scope, id).path(file.toString()).build();
  }

  private static S3LocationProperty place(Asset asset) {
    return S3LocationProperty.builder()
        .bucket(asset.getS3BucketName())
        .key(asset.getS3ObjectKey())
        .build();
  }

  /** Only their names, for looking at what would be created without building it. */
  static FunctionPackages named() {
    return (scope, codeUri) ->
        S3LocationProperty.builder().bucket("not-uploaded").key(codeUri).build();
  }
}
