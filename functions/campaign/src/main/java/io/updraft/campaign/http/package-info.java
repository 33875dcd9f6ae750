/** What the HTTP operations share: who asks, and how campaigns look in answers. */
@NullMarked
package io.updraft.campaign.http;

import org.jspecify.annotations.NullMarked;
