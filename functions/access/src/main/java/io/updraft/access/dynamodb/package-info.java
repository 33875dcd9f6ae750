/** Organizations and API keys in DynamoDB. */
@NullMarked
package io.updraft.access.dynamodb;

import org.jspecify.annotations.NullMarked;
