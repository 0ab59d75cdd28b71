// Exits with 0 where this Node.js is new enough for Vite (package.json, engines).
const [major, minor] = process.versions.node.split('.').map(Number)
const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
process.exit(fits ? 0 : 1)
