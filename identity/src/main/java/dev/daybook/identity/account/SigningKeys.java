package dev.daybook.identity.account;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Map;

/**
 * The key that access tokens are signed with, and those that they are verified with.
 *
 * @param id of the signing key, as told in the header of every token: its RFC 7638 thumbprint
 * @param verifying the public half of the signing key, and of every other key that is accepted, by id
 */
record SigningKeys(String id, PrivateKey signing, Map<String, PublicKey> verifying) {}
