/** Alert rules in DynamoDB. */
@NullMarked
package io.updraft.alert.dynamodb;

import org.jspecify.annotations.NullMarked;
