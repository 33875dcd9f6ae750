/** Telemetry in DynamoDB. */
@NullMarked
package io.updraft.telemetry.dynamodb;

import org.jspecify.annotations.NullMarked;
